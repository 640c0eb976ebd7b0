using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Users;

/// <summary><c>account/prefs/sshkeys/</c>.</summary>
internal sealed class SshKeysApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "account/prefs/sshkeys/", null, List);
        router.Map("POST", "account/prefs/sshkeys/", null, Create);
        router.Map("POST", "account/prefs/sshkeys/", "import", Import);
        router.Map("GET", "account/prefs/sshkeys/{id}/", null, call => ApiResponse.Json(RenderStored(Find(call))));
        router.Map("DELETE", "account/prefs/sshkeys/{id}/", null, Delete);
    }

    private static ApiResponse List(ApiCall call) =>
        ApiResponse.Json(ApiJson.List(call.State.SshKeys.Where(key => key.User == call.User), RenderStored));

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var text = errors.Text("key");
        if (!errors.Any && !IsPublicKey(text))
            errors.Add("key", "Invalid SSH public key: " + (call.State.Rules.ExplainsBadSshKeys ? WhyNone(text) : "Invalid value."));
        if (call.State.SshKeys.Exists(key => key.User == call.User && key.Key == text))
            errors.Add("__all__", "This key has already been added for this user.");
        errors.ThrowIfAny();
        var added = new SimulatedSshKey { Id = call.State.Ids.Next("sshkey"), User = call.SignedUser, Key = text };
        call.State.SshKeys.Add(added);
        var body = new JsonObject { ["key"] = added.Key, ["id"] = added.Id };
        if (call.State.Rules.ExplainsBadSshKeys)
            body["keysource"] = null;
        return ApiResponse.Json(body, 201);
    }

    private static string WhyNone(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is var parts and < 2
        ? FormattableString.Invariant(
            $"Key should contain 2 or more space separated parts (key type, base64-encoded key, optional comments), not {parts}: {text}")
        : "Key could not be converted to RFC4716 form.";

    private static ApiResponse Import(ApiCall call)
    {
        if (call.Form.Get("keysource") is not { } source)
            return ApiResponse.Text(400, "Importing SSH keys failed. Input needs to be in protocol:auth_id or auth_id format.");
        // A name alone is one of Launchpad.
        if (source.Length == 0 || source.EndsWith(':'))
            return ApiResponse.BareInvalid("auth_id", "This field cannot be blank.");
        var protocol = source.Contains(':', StringComparison.Ordinal) ? source.Split(':')[0] : "lp";
        return protocol is "lp" or "gh"
            // There is nobody outside to ask for keys.
            ? ApiResponse.BareInvalid("__all__", "Unable to import SSH keys. There are no SSH keys for this user.")
            : call.State.Rules.FailsAtUnknownKeySources
                ? ApiResponse.Text(500, $"Unknwon protocol {protocol}. Valid protocols are 'LP' and 'GH'.")
                : ApiResponse.BareInvalid("protocol", $"Value '{protocol}' is not a valid choice.");
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var key = Find(call);
        if (key.User != call.User)
            return ApiResponse.Forbidden("Can't delete a key you don't own.");
        call.State.SshKeys.Remove(key);
        return ApiResponse.NoContent();
    }

    /// <summary>A key of whomever: it is a public one.</summary>
    private static SimulatedSshKey Find(ApiCall call) => Lookup.ById(call, call.State.SshKeys, key => key.Id, "SSHKey");

    private static JsonObject RenderStored(SimulatedSshKey key) => new()
    {
        ["key"] = key.Key,
        ["keysource"] = "",
        ["id"] = key.Id,
        ["resource_uri"] = ApiJson.Uri($"account/prefs/sshkeys/{key.Id}/"),
    };

    /// <summary>Parts of a public key, its type included.</summary>
    private static readonly Dictionary<string, int> FieldsOfTypes = new(StringComparer.Ordinal) { ["ssh-rsa"] = 3, ["ssh-dss"] = 5, ["ssh-ed25519"] = 2 };

    /// <summary>Whether the base64 part is a whole number of length-prefixed fields, the first naming the type.</summary>
    private static bool IsPublicKey(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var blob = new byte[text.Length];
        if (parts.Length < 2 || !Convert.TryFromBase64String(parts[1], blob, out var length))
            return false;
        var rest = blob.AsSpan(0, length);
        var field = 0;
        for (; rest.Length > 0; field++)
        {
            if (rest.Length < 4 || BinaryPrimitives.ReadUInt32BigEndian(rest) is var size && size > rest.Length - 4)
                return false;
            if (field == 0 && System.Text.Encoding.ASCII.GetString(rest.Slice(4, (int)size)) != parts[0])
                return false;
            rest = rest[(4 + (int)size)..];
        }

        return field > 1 && (!FieldsOfTypes.TryGetValue(parts[0], out var fields) || field == fields);
    }
}
