// What was dropped: files, and the files of folders with their paths.

export async function dropped(transfer: DataTransfer): Promise<File[]> {
  // The entries must be taken at once: after the event they are gone.
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null);
  return entries.length > 0 ? (await Promise.all(entries.map(entry => filesOf(entry, "")))).flat() : [...transfer.files];
}

async function filesOf(entry: FileSystemEntry, path: string): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [path === "" ? file : new File([file], path + file.name, { type: file.type })];
  }
  const inside = await allOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map(one => filesOf(one, `${path}${entry.name}/`)))).flat();
}

/** A reader gives a hundred entries at a time, and none when it is through. */
async function allOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
