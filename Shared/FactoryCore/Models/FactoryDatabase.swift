/// The name of the one database, unless the environment says otherwise.
public enum FactoryDatabase {
    public static let defaultName = "photo_factory"
}
