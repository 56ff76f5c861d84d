/** Names that systems, synchronizers, version control and editors give to what they leave behind; they are no content. */
const BYPRODUCTS: readonly RegExp[] = [
  // macOS, Windows, Linux desktops
  /^\._/,
  /^\.(DS_Store|localized|AppleDouble|AppleDB|AppleDesktop|Spotlight-V100|fseventsd|TemporaryItems|DocumentRevisions-V100|directory)$/,
  /^\.Trash(es|-\d+)?$/i,
  /^(Thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information|__MACOSX)$/i,
  /^(\.VolumeIcon\.icns|\.apdisk|\.com\.apple\..*|Network Trash Folder|Temporary Items|lost\+found|\.thumbnails|\.?Picasa\.ini)$/i,
  /^Thumbs\.db:encryptable$/i,
  /^Icon\r$/,
  /^\.(fuse_hidden|nfs[0-9a-f]{8}|goutputstream-)/,
  // network drives and synchronizers
  /^@(eaDir|tmp|Recycle|Recently-Snapshot|SynoResource)$/,
  /@Syno(EAStream|Resource)$/,
  /^(#(recycle|snapshot)|[.~]snapshot|\.zfs)$/,
  /^\.(stfolder|stversions|stignore|syncthing\..*|~?sync(_.*)?|dropbox(\..*)?)$/,
  /^\.(tmp\.drive(down|up)load|nomedia|owncloudsync\.log|nextcloudsync\.log)$/,
  /^(~syncthing~.*|\.csync_journal.*)$/,
  // copies that are not finished: of downloads, rsync, FTP
  /\.(part|partial|crdownload|download|filepart)$/i,
  /^\..+\.[A-Za-z0-9]{6}$/,
  // version control and what belongs to a repository of its own
  /^\.(git|svn|hg|bzr|jj)$/,
  /^\.(gitkeep|keep|gitignore|gitattributes|gitmodules|gitlab-ci\.yml|github|gitlab|gitea|forgejo|mailmap|hgignore|editorconfig)$/,
  /^(\.lfsconfig|\.git-blame-ignore-revs|\.cvsignore|CVS|_vti_(cnf|pvt|bin))$/,
  /\.(orig|rej)$/,
  // settings of tools that check texts
  /^\.(prettier|markdownlint|pre-commit-config|vale|cspell|codespell|yamllint|textlint|remark|lycheeignore|nvmrc|tool-versions|envrc)/,
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
  // what this program has not written to the end (src/disk/whole-file.ts)
  /\.\d+\.part$/,
  /^4913$/,
  /^(__pycache__|\.ipynb_checkpoints)$/,
];

/** True for the name of a file or folder that nobody wrote as content. */
export function isByproduct(name: string): boolean {
  return BYPRODUCTS.some((pattern) => pattern.test(name));
}
