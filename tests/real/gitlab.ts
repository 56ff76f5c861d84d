import { createHash } from "node:crypto";
import type { BrowserContext, Route } from "playwright-core";
import type { Repository } from "./form-page.ts";

/** A merge request as GitLab's REST API states it ("Merge requests API"). */
export interface MergeRequest {
  iid: number;
  title: string;
  source_branch: string;
  target_branch: string;
  labels: string[];
  state: "opened" | "closed" | "merged";
}

interface Action {
  action: "create" | "update" | "delete" | "move";
  file_path: string;
  previous_path?: string;
  content?: string;
  encoding?: "text" | "base64";
}

/** A project on a GitLab that answers from memory as its documentation states (REST v4: users, commits, branches, merge requests; GraphQL). */
export interface GitLab {
  branches: Map<string, Repository>;
  mergeRequests: MergeRequest[];
  commits: { branch: string; start_branch?: string; actions: Action[] }[];
  /** What it was asked and could not answer. */
  unknown: string[];
  /** False to be out of reach. */
  isThere: boolean;
}

const HEADERS = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*" };

/** Lets all pages of a context speak with a GitLab at `origin` that holds the project `project` with these files. */
export async function installGitLab(context: BrowserContext, origin: string, project: string, files: Repository): Promise<GitLab> {
  const gitlab: GitLab = { branches: new Map([["main", { ...files }]]), mergeRequests: [], commits: [], unknown: [], isThere: true };
  await context.route(`${origin}/**`, async (route) => {
    if (!gitlab.isThere) return route.abort("internetdisconnected");
    if (route.request().method() === "OPTIONS") return route.fulfill({ status: 204, headers: HEADERS });
    const answer = route.request().url().endsWith("/api/graphql") ? answerQuery(gitlab, route) : answerRest(gitlab, route, project);
    if (answer === undefined) {
      gitlab.unknown.push(`${route.request().method()} ${route.request().url()} ${route.request().postData()?.slice(0, 400) ?? ""}`);
      return route.fulfill({ status: 404, headers: HEADERS, json: { message: "404 Not Found" } });
    }
    return typeof answer === "string" || Buffer.isBuffer(answer)
      ? route.fulfill({ headers: HEADERS, body: answer })
      : route.fulfill({ status: answer.status ?? 200, headers: HEADERS, json: answer.json });
  });
  return gitlab;
}

type Answer = { status?: number; json: unknown } | string | Buffer | undefined;

/** The name of a blob as Git makes it. */
function blobName(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function headOf(files: Repository | undefined): string {
  const hash = createHash("sha1");
  for (const [path, bytes] of Object.entries(files ?? {}).sort()) hash.update(path).update(blobName(bytes));
  return hash.digest("hex");
}

function answerQuery({ branches }: GitLab, route: Route): Answer {
  const { query, variables } = route.request().postDataJSON() as { query: string; variables: Record<string, unknown> };
  const files = branches.get(String(variables.branch)) ?? {};
  const project = (repository: object) => ({ json: { data: { project: { repository, ...repository } } } });
  const author = {
    author: { id: "gid://gitlab/User/1", username: "erika" },
    authorName: "Erika Muster",
    authorEmail: "erika@stadt.example",
  };
  if (/blobs\(after:/.test(query)) {
    const all = Object.entries(files);
    const from = Number(variables.cursor || 0);
    const nodes = all.slice(from, from + 100).map(([path, bytes]) => ({ type: "blob", path, sha: blobName(bytes) }));
    const pageInfo = { endCursor: String(from + 100), hasNextPage: from + 100 < all.length };
    return project({ tree: { blobs: { nodes, pageInfo } } });
  }
  if (/blobs\(ref:/.test(query)) {
    const nodes = (variables.paths as string[]).flatMap((path) => {
      const bytes = files[path];
      if (!bytes) return [];
      return [
        { path, oid: blobName(bytes), size: String(bytes.length), rawTextBlob: /\.(md|yml)$/.test(path) ? bytes.toString("utf8") : null },
      ];
    });
    return project({ blobs: { nodes } });
  }
  if (/tree_0:/.test(query)) {
    const names = [...query.matchAll(/(tree_\d+):/g)].map(([, name = ""]) => name);
    return project(Object.fromEntries(names.map((name) => [name, { lastCommit: { ...author, committedDate: "2026-11-20T10:00:00Z" } }])));
  }
  if (/lastCommit/.test(query)) return project({ tree: { lastCommit: { sha: headOf(files), message: "Stand" } } });
  if (/rootRef/.test(query)) return project({ rootRef: "main" });
  return undefined;
}

function answerRest(gitlab: GitLab, route: Route, project: string): Answer {
  const request = route.request();
  const url = new URL(request.url());
  const own = `/api/v4/projects/${encodeURIComponent(project)}`;
  const user = {
    id: 1,
    username: "erika",
    name: "Erika Muster",
    email: "erika@stadt.example",
    avatar_url: "",
    web_url: `${url.origin}/erika`,
  };
  if (url.pathname === "/api/v4/user") return { json: user };
  if (url.pathname === "/api/v4/avatar") return { json: { avatar_url: null } };
  if (url.pathname === own)
    return { json: { id: 1, default_branch: "main", permissions: { project_access: { access_level: 40 }, group_access: null } } };
  if (!url.pathname.startsWith(`${own}/`)) return undefined;
  const [kind = "", ...rest] = url.pathname.slice(own.length + 1).split("/");
  const place = `${request.method()} ${kind}/${rest[0] ?? ""}`;
  if (kind === "users") return { json: [user] };
  if (kind === "deployments") return { json: [] };
  if (place === "GET repository/branches") {
    const name = decodeURIComponent(rest[1] ?? "main");
    return gitlab.branches.has(name)
      ? { json: { name, can_push: true, protected: false, developers_can_push: true } }
      : { status: 404, json: {} };
  }
  if (place === "DELETE repository/branches") {
    gitlab.branches.delete(decodeURIComponent(rest[1] ?? ""));
    return { status: 204, json: {} };
  }
  if (place === "GET repository/files") {
    const bytes = gitlab.branches.get(url.searchParams.get("ref") ?? "main")?.[decodeURIComponent(rest[1] ?? "")];
    return bytes ?? { status: 404, json: { message: "404 File Not Found" } };
  }
  if (place === "GET repository/commits") return { json: [] };
  if (place === "POST repository/commits") return commit(gitlab, request.postDataJSON() as GitLab["commits"][0]);
  return kind === "merge_requests"
    ? answerMergeRequest(gitlab, request.method(), rest, url, request.postDataJSON() as Record<string, unknown>)
    : undefined;
}

function commit(gitlab: GitLab, order: GitLab["commits"][0]): Answer {
  const { branch, start_branch: start, actions } = order;
  if (start !== undefined && gitlab.branches.has(branch))
    return { status: 400, json: { message: `A branch called '${branch}' already exists.` } };
  const files = { ...gitlab.branches.get(start ?? branch) };
  for (const { action, file_path: path, previous_path: previous, content = "", encoding } of actions) {
    if (action === "create" && files[path]) return { status: 400, json: { message: "A file with this name already exists" } };
    if (action === "update" && !files[path]) return { status: 400, json: { message: "A file with this name doesn't exist" } };
    if (action === "delete" || previous !== undefined) delete files[previous ?? path];
    if (action !== "delete") files[path] = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
  }
  gitlab.branches.set(branch, files);
  gitlab.commits.push(order);
  return { status: 201, json: { id: headOf(files), committed_date: "2026-11-24T11:00:00Z" } };
}

function answerMergeRequest(gitlab: GitLab, method: string, [number, what]: string[], url: URL, body: Record<string, unknown>): Answer {
  const { branches, mergeRequests } = gitlab;
  const shown = (one: MergeRequest) => ({
    ...one,
    id: 1000 + one.iid,
    sha: headOf(branches.get(one.source_branch)),
    web_url: `${url.origin}/-/merge_requests/${one.iid}`,
    author: { id: 1, username: "erika", name: "Erika Muster" },
    created_at: "2026-11-24T11:00:00Z",
    updated_at: "2026-11-24T11:00:00Z",
    detailed_merge_status: "mergeable",
    draft: /^Draft:/.test(one.title),
    user: { can_merge: true },
  });
  if (number === undefined && method === "GET") {
    const label = url.searchParams.get("labels");
    const branch = url.searchParams.get("source_branch");
    const found = mergeRequests.filter(
      (one) => one.state === "opened" && (!label || one.labels.includes(label)) && (!branch || one.source_branch === branch),
    );
    return { json: found.map(shown) };
  }
  if (number === undefined && method === "POST") {
    const { title, source_branch, target_branch, labels } = body as Record<string, string>;
    const one: MergeRequest = {
      iid: mergeRequests.length + 1,
      title: title ?? "",
      source_branch: source_branch ?? "",
      target_branch: target_branch ?? "",
      labels: (labels ?? "").split(",").filter((label) => label !== ""),
      state: "opened",
    };
    mergeRequests.push(one);
    return { status: 201, json: shown(one) };
  }
  const one = mergeRequests.find(({ iid }) => iid === Number(number));
  if (!one) return { status: 404, json: {} };
  const source = branches.get(one.source_branch) ?? {};
  const target = branches.get(one.target_branch) ?? {};
  const differing = Object.keys(source).filter((path) => target[path] === undefined || !source[path]?.equals(target[path]));
  if (what === "diffs")
    return {
      json: differing.map((path) => ({
        old_path: path,
        new_path: path,
        new_file: target[path] === undefined,
        deleted_file: false,
        renamed_file: false,
      })),
    };
  if (method === "PUT" && what === "merge") {
    if (/^Draft:/.test(one.title)) return { status: 405, json: { message: "405 Method Not Allowed" } };
    for (const path of differing) if (source[path]) target[path] = source[path];
    one.state = "merged";
    if (body.should_remove_source_branch) branches.delete(one.source_branch);
    return { json: shown(one) };
  }
  if (method === "PUT") {
    const list = (name: string) =>
      String(body[name] ?? "")
        .split(",")
        .filter((label) => label !== "");
    if (typeof body.title === "string") one.title = body.title;
    one.labels = [...one.labels.filter((label) => !list("remove_labels").includes(label)), ...list("add_labels")];
    if (body.state_event === "close") one.state = "closed";
  }
  return { json: shown(one) };
}
