// The same properties with ten times as many cases as in npm test.
process.env.MORE_CASES = "10";
await import("../markdown/properties.test.ts");

export {};
