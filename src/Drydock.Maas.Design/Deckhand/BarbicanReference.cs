using System.Text.RegularExpressions;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Finds documents whose secret is kept in Barbican: their data is only its address, which no design may be made of.</summary>
internal static partial class BarbicanReference
{
    /// <exception cref="DeckhandException">EncryptionSourceNotFound.</exception>
    public static void Refuse(DeckhandDocument document)
    {
        if (document.StoragePolicy == "encrypted" && document.Data is DataScalar { Typed: string address } && Address().IsMatch(address))
        {
            throw document.Fault(
                ErrorIds.EncryptionSourceNotFound, $"The secret of {document} is not here but in Barbican, at {address}.");
        }
    }

    [GeneratedRegex(@"^https?://\S*secrets\S*/[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}$")]
    private static partial Regex Address();
}
