using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Export;

/// <summary>A document as a person would write it.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Data">Its content.</param>
internal sealed record AuthoredDocument(string Schema, string Name, JsonNode Data)
{
    /// <summary>What layers are called.</summary>
    public const string Layer = "site";

    /// <summary>The document whose text is its password of management controllers; null for none.</summary>
    public string? Passphrase { get; init; }

    /// <summary>A document of Drydock's.</summary>
    public static AuthoredDocument CreateForDrydock(string kind, string name, JsonObject data) => new($"drydock/{kind}/v1", name, data);

    /// <summary>The document in its envelope.</summary>
    /// <param name="isLayered">Whether there is a layering policy, which every document has to go by.</param>
    public JsonObject Wrap(bool isLayered)
    {
        var metadata = new JsonObject { ["schema"] = "metadata/Document/v1", ["name"] = Name };
        if (isLayered)
        {
            metadata["layeringDefinition"] = new JsonObject { ["abstract"] = false, ["layer"] = Layer };
            metadata["storagePolicy"] = "cleartext";
        }

        if (Passphrase is not null)
        {
            metadata["substitutions"] = new JsonArray(new JsonObject
            {
                ["src"] = new JsonObject { ["schema"] = PassphraseSchema, ["name"] = Passphrase, ["path"] = "." },
                ["dest"] = new JsonObject { ["path"] = ".oob.credential" },
            });
        }

        return new() { ["schema"] = Schema, ["metadata"] = metadata, ["data"] = Data.DeepClone() };
    }

    /// <summary>The schema of passwords.</summary>
    public const string PassphraseSchema = "deckhand/Passphrase/v1";
}
