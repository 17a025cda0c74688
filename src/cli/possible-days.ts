/** First ISO day a report can be of: older than any ad on the web that is worth judging. */
export const FIRST_DAY = '2000-01-01'
