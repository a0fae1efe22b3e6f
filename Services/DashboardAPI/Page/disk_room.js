// How much room a disk has left, and what that means.

const little = 0.1;
const nearlyNone = 0.02;
const leastBytes = 1e9;

/** "good", "attention" (less than a tenth is free), "bad" (nearly full) or "unknown", also where a disk tells no size. */
export function roomLevel(disk) {
  if (!disk || !Number.isFinite(disk.free) || !(disk.total > 0)) return "unknown";
  if (disk.free < leastBytes || disk.free / disk.total < nearlyNone) return "bad";
  return disk.free / disk.total < little ? "attention" : "good";
}

/** The disks of a document: `name`, `subject` as in "… is full", `disk` (null where it cannot be seen), `level`. */
export function disksOf(storage) {
  return [["Storage", "Storage", storage?.storage], ["Inbox", "the inbox", storage?.inbox]].map(([name, subject, disk]) => ({
    name, subject, disk: disk ?? null, level: roomLevel(disk),
  }));
}

/** The same without an inbox that lies on Storage's disk: what is said of both is said once. */
export function separateDisks(storage) {
  const [first, second] = disksOf(storage);
  const isShared = first.disk && second.disk && first.disk.free === second.disk.free && first.disk.total === second.disk.total;
  return isShared ? [first] : [first, second];
}
