/** The part of Eleventy 3.1.8 that this project uses; the package ships no types. */
declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    addTemplate(virtualPath: string, template: VirtualTemplate): void;
    addGlobalData(name: string, data: unknown): void;
    addTransform(name: string, transform: (content: string) => string): void;
    addPlugin<O>(plugin: (config: EleventyConfig, options: O) => void, options: O): void;
    addWatchTarget(path: string): void;
    on(
      event: "eleventy.before" | "eleventy.after",
      listener: (event: { directories: { output: string }; results: { url: string; content: string }[] }) => unknown,
    ): void;
    setLibrary(engine: "njk" | "md", library: unknown): void;
    setInputDirectory(path: string): void;
    setIncludesDirectory(path: string): void;
    setLayoutsDirectory(path: string): void;
    setDataDirectory(path: string): void;
    setOutputDirectory(path: string): void;
    setTemplateFormats(formats: string[]): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setQuietMode(quiet: boolean): void;
    setUseGitIgnore(use: boolean): void;
    setServerOptions(options: Record<string, unknown>): void;
    setWatchThrottleWaitTime(milliseconds: number): void;
    ignores: Set<string>;
    watchIgnores: Set<string>;
    logger: unknown;
    benchmarkManager: { get(group: "Configuration" | "Data"): BenchmarkGroup };
  }

  /** Measures parts of a run, and warns of slow ones (`finish`) unless the threshold is 0. */
  export interface BenchmarkGroup {
    setMinimumThresholdMs(milliseconds: number): void;
    get(part: string): { before(): void; after(): void };
    finish(group: string, milliseconds: number): void;
  }

  export interface VirtualTemplate {
    data: Record<string, unknown>;
    render: (data: any) => string;
  }

  export interface EleventyOptions {
    configPath?: string;
    config?: (config: EleventyConfig) => unknown;
    quietMode?: boolean;
    runMode?: "build" | "serve" | "watch";
    pathPrefix?: string;
  }

  export default class Eleventy {
    constructor(input?: string, output?: string, options?: EleventyOptions);
    logger: unknown;
    disableLogger(): void;
    init(options?: { viaConfigReset?: boolean }): Promise<void>;
    write(): Promise<unknown>;
    /** Answers with what is called for each changed file. */
    watch(): Promise<(path: string) => Promise<void>>;
    watcher: { on(event: "unlink", listener: (path: string) => unknown): void };
    serve(port?: number): Promise<void>;
    stopWatch(): Promise<void>;
  }
}

/** The part of eleventy-img 6.0.4 that this project uses. */
declare module "@11ty/eleventy-img" {
  export default function makeImages(source: string, options: Record<string, unknown>): Promise<Record<string, { buffer: Buffer }[]>>;
}
