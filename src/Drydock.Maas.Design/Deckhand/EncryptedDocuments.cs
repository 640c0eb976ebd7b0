using Drydock.Maas.Design.Deckhand.Errors;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Documents that pegleg encrypted and nobody could decrypt; what is needed of them is refused by name.</summary>
internal static class EncryptedDocuments
{
    /// <exception cref="DesignException">EncryptedDocument, for each of them.</exception>
    public static void Refuse(IEnumerable<DeckhandDocument> documents, DeckhandOptions options)
    {
        var reason = Reason(options.HasPassphrase);
        var problems = documents.Where(d => d.Yaml.IsSealed)
            .Select(d => d.Fault(ErrorIds.EncryptedDocument, $"The document {d} {reason}.").Problem).ToList();
        if (problems.Count > 0)
            throw new DesignException(problems);
    }

    /// <summary>Why the content of such a document is not to be had.</summary>
    public static string Reason(bool hasPassphrase) => hasPassphrase
        ? "is encrypted by pegleg, and -Passphrase and -Salt are not those it was encrypted with"
        : "is encrypted by pegleg. Give -Passphrase and -Salt, or set PEGLEG_PASSPHRASE and PEGLEG_SALT";
}
