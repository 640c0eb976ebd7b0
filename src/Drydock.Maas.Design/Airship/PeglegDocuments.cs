using System.Text;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>
/// Takes documents out of pegleg's wrapping, and decrypts those it encrypted. What cannot be decrypted stays sealed, and is refused by name
/// where its content is wanted.
/// </summary>
internal sealed class PeglegDocuments(DesignOptions options)
{
    private const string Managed = "pegleg/PeglegManagedDocument/v1";
    private const string ContentKey = "data";
    private readonly Lazy<byte[]?> _key = new(() => Key(options.Passphrase, options.Salt));

    /// <summary>The documents, unwrapped, in their order.</summary>
    public List<YamlNode> Open(IReadOnlyList<YamlNode> documents)
    {
        var opened = documents.Select(d => Open(d, _key.Value)).ToList();

        // What is not of the site's own layer may have a passphrase of its own, which is a secret of the site.
        var global = new Lazy<byte[]?>(() => Key(Text(opened, "global_passphrase"), Text(opened, "global_salt")));
        for (var i = 0; i < opened.Count; i++)
        {
            if (opened[i] is YamlMap { IsSealed: true } && global.Value is { } key)
                opened[i] = Open(documents[i], key);
        }

        return [.. opened.OfType<YamlNode>()];
    }

    private static YamlNode? Open(YamlNode document, byte[]? key)
    {
        if (document is not YamlMap map || map.Text("schema") != Managed)
            return document;
        if ((map.Find(ContentKey) as YamlMap) is not { } wrapping || wrapping.Find("managedDocument") is not { } inner)
            return null;
        if (wrapping.Find("encrypted") is null || inner is not YamlMap content)
            return inner;
        return content.Find(ContentKey) is YamlScalar secret && key is not null && FernetToken.Decrypt(Token(secret.Text), key) is { } text
            ? new YamlMap(
                [.. content.Entries.Select(e => e.Key == ContentKey
                    ? e with { Value = new YamlScalar(text, IsPlain: false, secret.Location) }
                    : e)],
                content.Location)
            : content with { IsSealed = true };
    }

    /// <summary>pegleg writes the bytes of the token, which YAML turns into base64 once more.</summary>
    private static string Token(string text)
    {
        var token = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (FernetToken.Is(token))
            return token;
        var buffer = new byte[token.Length];
        return Convert.TryFromBase64String(token, buffer, out var length) ? Encoding.ASCII.GetString(buffer, 0, length).Trim() : token;
    }

    private static byte[]? Key(Secret? passphrase, Secret? salt) =>
        passphrase?.Reveal() is { Length: > 0 } words && salt?.Reveal() is { Length: > 0 } grains ? FernetToken.DeriveKey(words, grains) : null;

    private static Secret? Text(IEnumerable<YamlNode?> documents, string name) => documents.OfType<YamlMap>()
        .FirstOrDefault(d => !d.IsSealed && (d.Find("metadata") as YamlMap)?.Text("name") == name)?.Text(ContentKey);
}
