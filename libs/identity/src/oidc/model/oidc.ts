/** An OpenID provider of an area, as its administrators see it: never its client secret. */
export interface OidcIssuer {
  readonly id: string;
  readonly area: string;
  /** Its name in addresses: /oidc/<slug>/start. */
  readonly slug: string;
  readonly name: string;
  readonly issuerUrl: string;
  readonly clientId: string;
  /** Where browsers find the console; the provider is told <origin>/oidc/<slug>/callback. */
  readonly consoleOrigin: string;
  readonly ended: boolean;
  readonly changedAt: Date;
}

export interface IssuerWish {
  readonly slug: string;
  readonly name: string;
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly consoleOrigin: string;
}
