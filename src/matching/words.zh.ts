export default {
  'reason.limitsCross': '所设的上下限互相矛盾，请先改正',
  'reason.panelsImpossible': '现有专家排不出符合条件的评审组，还差 {short} 个席位；请增补专家或放宽限制',
  'reason.chanceRange': '抽中机会的上限应在 1 到 {most} 之间',
  'reason.noStablePlacement': '试了 {tries} 种次序，没有找到人人无异议的安排；请调整志愿或名额',
};
