/// The names that Google Photos gives to what was edited in it, in the languages of its owners.
enum EditedName {
    /// The name of what `name` was made from; nil for one that was not made so.
    static func source(of name: NumberedName) -> NumberedName? {
        for word in words where name.stem.hasSuffix(word) && name.stem != word {
            return NumberedName(String(name.stem.dropLast(word.count)) + name.number + name.fileExtension)
        }
        return nil
    }

    private static let words = [
        "-edited", "-effects", "-smile", "-mix", "-edytowane", "-bearbeitet", "-bewerkt", "-編集済み", "-modificato",
        "-modifié", "-ha editado", "-editado", "-editat", "-redigeret", "-redigert", "-redigerad", "-muokattu",
        "-upraveno", "-szerkesztve", "-düzenlendi", "-изменено", "-편집됨", "-已修改", "-已編輯",
    ]
}
