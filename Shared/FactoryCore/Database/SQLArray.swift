/// A one-dimensional array parameter, as `unnest(\(SQLArray(names))::text[])` takes it.
public struct SQLArray: SQLBindable {
    public let sqlText: String

    /// An array of texts; nil is NULL.
    public init(_ elements: [String?]) {
        var text = "{"
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            guard let element else {
                text += "NULL"
                continue
            }
            text += "\""
            for scalar in element.unicodeScalars {
                // Inside a quoted array element only these two have a meaning of their own.
                if scalar == "\"" || scalar == "\\" { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
            text += "\""
        }
        sqlText = text + "}"
    }

    /// An array of values in their text form.
    public init<Element: SQLBindable>(_ elements: [Element]) {
        self.init(elements.map { $0.sqlText as String? })
    }

    /// An array of values in their text form; nil is NULL.
    public init<Element: SQLBindable>(_ elements: [Element?]) {
        self.init(elements.map { $0?.sqlText })
    }
}
