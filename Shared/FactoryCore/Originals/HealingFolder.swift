/// The folder in Storage in which right bytes of damaged or missing originals wait for the librarian, who alone writes Originals.
public enum HealingFolder {
    public static let name = "Healing"
}
