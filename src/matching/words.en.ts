/** English words of matching: refusals, and the sentences of why this pair. */
export default {
  'reason.limitsCross': 'The limits contradict one another; correct them first',
  'reason.panelsImpossible': 'The experts there are cannot form panels under these conditions: {short} seats are missing. Add experts or relax a limit',
  'reason.chanceRange': 'The cap on a chance lies between 1 and {most}',
  'reason.noStableFound': 'No placement without objections was found in {tries} orders; change wishes or places',
  'matching.pair.barred': 'A conflict of interest: may not review',
  'matching.pair.chosen': 'Fit {fit}, number {rank} of the {open} experts who may review this',
  'matching.pair.onlyWay': 'Without this expert no panels meet the conditions',
  'matching.pair.lossWithout': 'With anybody else the total fit falls by at least {loss}',
  'matching.pair.reviewerFull': 'All {places} places of this expert are taken',
  'matching.pair.limitFull': 'At most {atMost} experts of this group, and they sit already',
  'matching.pair.fitLower': 'Fit {fit}, no higher than the lowest chosen, {least}',
  'matching.pair.noWay': 'No arrangement lets this expert review this case',
  'matching.pair.wouldCost': 'With this expert {moves} pairs change and the total fit falls by {loss}',
  'matching.pair.equallyGood': 'This expert would do equally well; {moves} pairs change',
  'matching.pair.wouldChange': 'Chosen once the fit rises from {fit} to {needed}',
};
