/** The one password of every log-in of the demonstration, printed where it starts; no production start with it. */
export const DEMONSTRATION_PASSWORD = 'huiji-demo';
