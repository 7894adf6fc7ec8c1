/** Chinese words of matching: refusals, and the sentences of why this pair. */
export default {
  'reason.limitsCross': '所设的上下限互相矛盾，请先改正',
  'reason.panelsImpossible': '现有专家排不出符合条件的评审组，还差 {short} 个席位；请增补专家或放宽限制',
  'reason.chanceRange': '抽中机会的上限应在 1 到 {most} 之间',
  'reason.noStableFound': '试了 {tries} 种次序，没有找到人人无异议的安排；请调整志愿或名额',
  'matching.pair.barred': '有利益冲突，不得评审',
  'matching.pair.chosen': '契合度 {fit}，在可评审的 {open} 名专家中排第 {rank}',
  'matching.pair.onlyWay': '没有此人就排不出符合条件的评审组',
  'matching.pair.lossWithout': '换成别人，全体契合度合计最少减 {loss}',
  'matching.pair.reviewerFull': '此专家的 {places} 个名额已用满',
  'matching.pair.limitFull': '同组专家最多 {atMost} 名，已满',
  'matching.pair.fitLower': '契合度 {fit}，不高于已入选者的最低值 {least}',
  'matching.pair.noWay': '怎样调整都不能让此人评审本件',
  'matching.pair.wouldCost': '若换成此人，要动 {moves} 处安排，全体契合度合计减 {loss}',
  'matching.pair.equallyGood': '换成此人同样好，要动 {moves} 处安排',
  'matching.pair.wouldChange': '契合度从 {fit} 提高到 {needed} 就会入选',
};
