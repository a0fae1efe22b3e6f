/// The version of all programs of the factory, which are released together.
public enum FactoryVersion {
    public static let current = "0.1.0"
}
