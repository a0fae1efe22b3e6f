// What somebody chose, kept in this browser. Where it keeps nothing, a choice holds for the visit.

const prefix = "photo-factory.";

export function keptChoice(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function keepChoice(name, value) {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Nothing depends on it.
  }
}
