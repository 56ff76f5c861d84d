/** Names that systems, synchronizers, version control and editors give to what they leave behind; they are no content. */
const BYPRODUCTS: readonly RegExp[] = [
  // macOS, Windows, Linux desktops
  /^\._/,
  /^\.(DS_Store|localized|AppleDouble|AppleDB|AppleDesktop|Spotlight-V100|fseventsd|TemporaryItems|DocumentRevisions-V100|directory)$/,
  /^\.Trash(es|-\d+)?$/i,
  /^(Thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information|__MACOSX)$/i,
  /^Icon\r$/,
  /^\.(fuse_hidden|nfs[0-9a-f]{8}|goutputstream-)/,
  // network drives and synchronizers
  /^@(eaDir|tmp|Recycle|Recently-Snapshot|SynoResource)$/,
  /@Syno(EAStream|Resource)$/,
  /^#(recycle|snapshot)$/,
  /^\.(stfolder|stversions|stignore|syncthing\..*|~?sync(_.*)?|dropbox(\..*)?)$/,
  /^\.(tmp\.drive(down|up)load|nomedia|owncloudsync\.log|nextcloudsync\.log)$/,
  /^(~syncthing~.*|\.csync_journal.*)$/,
  // version control and what belongs to a repository of its own
  /^\.(git|svn|hg|bzr|jj)$/,
  /^\.(gitkeep|keep|gitignore|gitattributes|gitmodules|gitlab-ci\.yml|github|gitlab|gitea|forgejo|mailmap|hgignore|editorconfig)$/,
  /\.(orig|rej)$/,
  // editors and office programs
  /^\.(idea|vscode|vs|fleet|zed|obsidian|project|settings|classpath|netrwhist)$/,
  /\.sw[a-p]$|\.kate-swp$|\.sb-[0-9a-f]{8}-\w+$/,
  /~$/,
  /^#.*#$/,
  /^\.#/,
  /^~\$/,
  /^\.~/,
  /^~.*\.tmp$/i,
  /\.(bak|tmp|temp)$/i,
  /^4913$/,
];

/** True for the name of a file or folder that nobody wrote as content. */
export function isByproduct(name: string): boolean {
  return BYPRODUCTS.some((pattern) => pattern.test(name));
}
