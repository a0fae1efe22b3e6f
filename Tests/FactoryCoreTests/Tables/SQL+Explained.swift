@testable import FactoryCore

extension SQL {
    /// The question how the server would go about this statement, with the same values.
    var explained: SQL {
        var interpolation = StringInterpolation(literalCapacity: text.count, interpolationCount: 0)
        interpolation.appendLiteral("EXPLAIN \(text)")
        interpolation.parameters = parameters
        return SQL(stringInterpolation: interpolation)
    }
}
