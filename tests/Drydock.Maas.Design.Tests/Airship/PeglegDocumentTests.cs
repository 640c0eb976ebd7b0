using System.Security.Cryptography;
using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design.Tests.Airship;

/// <summary>Documents that pegleg wrapped and encrypted.</summary>
public sealed class PeglegDocumentTests
{
    // Made by Fernet of the Python package cryptography, as pegleg makes it.
    private const string Token =
        "gAAAAABrDiKb2ZlrhG_L65XphOTgvY7jnWJ0AcdTWNwUNkuK3NEMm0c2vcHshNyoGzUy6dVnhiTiBsImhXAqqfyKUO5YjqY_xQ==";
    private const string Passphrase = "a-passphrase-of-24-characters";
    private const string Salt = "a-salt-of-24-characters!!";

    [Fact]
    public void A_token_of_pegleg_is_decrypted() =>
        Assert.Equal("bmc-password", FernetToken.Decrypt(Token, FernetToken.DeriveKey(Passphrase, Salt)));

    [Fact]
    public void A_damaged_token_or_another_key_gives_nothing()
    {
        var key = FernetToken.DeriveKey(Passphrase, Salt);
        Assert.Null(FernetToken.Decrypt(Token, RandomNumberGenerator.GetBytes(32)));
        Assert.Null(FernetToken.Decrypt(Token.Replace("NwUN", "NwUM", StringComparison.Ordinal), key));
        Assert.Null(FernetToken.Decrypt(Token[..20], key));
    }

    [Theory]
    [InlineData("data: " + Token)]
    [InlineData("data: !!binary |\n        Z0FBQUFBQnJEaUtiMlpscmhHX0w2NVhwaE9UZ3ZZN2puV0owQWNkVFdOd1VOa3VLM05FTW0wYzJ2\n        "
        + "Y0hzaE55b0d6VXk2ZFZuaGlUaUJzSW1oWEFxcWZ5S1VPNVlqcVlfeFE9PQ==")]
    public void An_encrypted_document_is_decrypted_before_its_value_is_taken(string data)
    {
        var site = Read(Site(data), new DesignOptions { Passphrase = Passphrase, Salt = Salt });
        Assert.Equal("bmc-password", site.Nodes[0].Oob.Credential?.Reveal());
    }

    [Theory]
    [InlineData(null, null, "is encrypted by pegleg. Give -Passphrase and -Salt")]
    [InlineData(Passphrase, "another-salt-of-24-chars", "are not those it was encrypted with")]
    public void What_cannot_be_decrypted_is_refused_by_name(string? passphrase, string? salt, string reason)
    {
        var options = new DesignOptions { Passphrase = passphrase, Salt = salt };
        var problem = Assert.Single(Assert.Throws<DesignException>(() => Read(Site("data: " + Token), options)).Problems);
        Assert.Equal("EncryptedDocument", problem.ErrorId);
        Assert.Contains("ipmi_password", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_document_that_nothing_takes_from_does_no_harm()
    {
        var site = Read(Site("data: " + Token).Replace("name: ipmi_password, path", "name: plain, path", StringComparison.Ordinal), new());
        Assert.Equal("open", site.Nodes[0].Oob.Credential?.Reveal());
    }

    private static SiteDesign Read(string text, DesignOptions options) => DesignReader.Read(
        [DesignSource.FromText("site.yaml", text)], options, new List<DesignProblem>(), TestContext.Current.CancellationToken);

    private static string Site(string data) => $$"""
        schema: deckhand/LayeringPolicy/v1
        metadata: { schema: metadata/Control/v1, name: layering-policy }
        data: { layerOrder: [ site ] }
        ---
        schema: pegleg/PeglegManagedDocument/v1
        metadata: { schema: metadata/Document/v1, name: wrapped, storagePolicy: cleartext, layeringDefinition: { layer: site } }
        data:
          encrypted: { at: '2019-01-01', by: somebody }
          managedDocument:
            schema: deckhand/Passphrase/v1
            metadata: { schema: metadata/Document/v1, name: ipmi_password, storagePolicy: encrypted, layeringDefinition: { layer: site } }
            {{data}}
        ---
        schema: deckhand/Passphrase/v1
        metadata: { schema: metadata/Document/v1, name: plain, storagePolicy: cleartext, layeringDefinition: { layer: site } }
        data: open
        ---
        schema: drydock/HardwareProfile/v1
        metadata: { schema: metadata/Document/v1, name: generic, storagePolicy: cleartext, layeringDefinition: { layer: site } }
        data: {}
        ---
        schema: drydock/BaremetalNode/v1
        metadata:
          schema: metadata/Document/v1
          name: n1
          storagePolicy: cleartext
          layeringDefinition: { layer: site }
          substitutions: [ { src: { schema: deckhand/Passphrase/v1, name: ipmi_password, path: . }, dest: { path: .oob.credential } } ]
        data: { hardware_profile: generic, oob: { type: ipmi, account: root }, addressing: [ { network: pxe, address: dhcp } ] }

        """;
}
