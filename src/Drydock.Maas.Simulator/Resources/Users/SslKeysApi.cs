using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Users;

/// <summary><c>account/prefs/sslkeys/</c>: certificates, whatever they are called.</summary>
internal sealed class SslKeysApi : IApiModule
{
    private const string All = "account/prefs/sslkeys/";
    private const string One = "account/prefs/sslkeys/{id}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Create);
        router.Map("GET", One, null, Get);
        router.Map("DELETE", One, null, Delete);
    }

    private static ApiResponse List(ApiCall call) =>
        ApiResponse.Json(ApiJson.List(call.State.SslKeys.Where(key => key.User == call.User), RenderStored));

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        // The text is kept with the blanks around it.
        var text = call.Form.Get("key") ?? "";
        if (text.Length == 0)
            errors.Add("key", FieldErrors.Required);
        else if (!IsCertificate(text))
            errors.Add("key", "Invalid SSL key.");
        else if (call.State.SslKeys.Exists(key => key.User == call.User && key.Key == text))
            errors.Add("key", "This key has already been added for this user.");
        errors.ThrowIfAny();
        var added = new SimulatedSslKey { Id = call.State.Ids.Next("sslkey"), User = call.SignedUser, Key = text };
        call.State.SslKeys.Add(added);
        return ApiResponse.Json(Render(added), 201);
    }

    private static ApiResponse Get(ApiCall call)
    {
        var key = Find(call);
        return key.User == call.User
            ? ApiResponse.Json(RenderStored(key))
            : ApiResponse.Forbidden("Can't get a key you don't own.") with { ContentType = ApiResponse.HtmlType };
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var key = Find(call);
        if (key.User != call.User)
            return ApiResponse.Forbidden("Can't delete a key you don't own.");
        call.State.SslKeys.Remove(key);
        return ApiResponse.NoContent();
    }

    private static SimulatedSslKey Find(ApiCall call) => Lookup.ById(call, call.State.SslKeys, key => key.Id, "SSLKey");

    private static JsonObject Render(SimulatedSslKey key) => new() { ["key"] = key.Key, ["id"] = key.Id };

    private static JsonObject RenderStored(SimulatedSslKey key)
    {
        var body = Render(key);
        body["resource_uri"] = ApiJson.Uri($"account/prefs/sslkeys/{key.Id}/");
        return body;
    }

    /// <summary>Whether there is a certificate in PEM, at the beginning of a line.</summary>
    private static bool IsCertificate(string text)
    {
        if (!('\n' + text).Contains("\n-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
            return false;
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(text);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
