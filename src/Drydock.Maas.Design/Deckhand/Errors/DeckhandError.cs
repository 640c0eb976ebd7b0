namespace Drydock.Maas.Design.Deckhand.Errors;

/// <summary>Names of the engine's errors; they are our error ids.</summary>
internal static class DeckhandError
{
    public const string InvalidDocumentFormat = nameof(InvalidDocumentFormat);
    public const string InvalidDocumentLayer = nameof(InvalidDocumentLayer);
    public const string InvalidDocumentParent = nameof(InvalidDocumentParent);
    public const string ParentNotFound = nameof(ParentNotFound);
    public const string IndeterminateDocumentParent = nameof(IndeterminateDocumentParent);
    public const string InvalidDocumentReplacement = nameof(InvalidDocumentReplacement);
    public const string SubstitutionDependencyCycle = nameof(SubstitutionDependencyCycle);
    public const string MissingDocumentKey = nameof(MissingDocumentKey);
    public const string UnsupportedActionMethod = nameof(UnsupportedActionMethod);
    public const string EncryptedDocument = nameof(EncryptedDocument);
    public const string EncryptionSourceNotFound = nameof(EncryptionSourceNotFound);
    public const string LayeringPolicyNotFound = nameof(LayeringPolicyNotFound);
    public const string SubstitutionSourceNotFound = nameof(SubstitutionSourceNotFound);
    public const string SubstitutionSourceDataNotFound = nameof(SubstitutionSourceDataNotFound);
    public const string UnknownSubstitutionError = nameof(UnknownSubstitutionError);
}
