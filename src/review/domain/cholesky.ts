/** The lower triangular root L of a symmetric positive matrix A = L·Lᵀ, row by row; undefined when A is not positive. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let left = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) left -= root[row * size + k]! * root[column * size + k]!;
      if (row !== column) root[row * size + column] = left / root[column * size + column]!;
      else if (left > 1e-12 * matrix[row * size + row]!) root[row * size + row] = Math.sqrt(left);
      else return undefined;
    }
  }
  return root;
}

/** The solution x of L·Lᵀ·x = right. */
export function solveBy(root: Float64Array, size: number, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solution[row]! -= root[row * size + k]! * solution[k]!;
    solution[row]! /= root[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solution[row]! -= root[k * size + row]! * solution[k]!;
    solution[row]! /= root[row * size + row]!;
  }
  return solution;
}

/** The logarithm of the determinant of L·Lᵀ. */
export function logDeterminant(root: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row++) sum += Math.log(root[row * size + row]!);
  return 2 * sum;
}
