const middleDot = '·';

/** A name for the public: the first and, from three characters on, the last stay; between them stars (个人信息保护法: the least that identifies). */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (name.includes(middleDot)) return `${name.slice(0, name.indexOf(middleDot))}${middleDot}**`;
  if (characters.length <= 1) return '*';
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}
