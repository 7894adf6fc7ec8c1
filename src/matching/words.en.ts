export default {
  'reason.limitsCross': 'The limits contradict one another; correct them first',
  'reason.panelsImpossible': 'The experts there are cannot form panels under these conditions: {short} seats are missing. Add experts or relax a limit',
  'reason.chanceRange': 'The cap on a chance lies between 1 and {most}',
  'reason.noStablePlacement': 'No placement without objections was found in {tries} orders; change wishes or places',
};
