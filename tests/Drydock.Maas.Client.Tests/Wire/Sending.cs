using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Wire;

/// <summary>Makes one call against a fake MAAS and looks at what was sent.</summary>
internal static class Sending
{
    public static async Task<SentRequest> CaptureAsync(Func<IMaasClient, Task> call, string answer = "{}")
    {
        using var maas = new FakeMaas(Answers.Json(answer));
        using var client = Clients.Of(maas);
        await call(client);
        return Assert.Single(maas.Sent);
    }

    /// <summary>Method, path, operation and fields are exactly these; without fields there is no body.</summary>
    public static async Task ExpectAsync(Func<IMaasClient, Task> call, string line, params string[] form)
    {
        var sent = await CaptureAsync(call);

        Assert.Equal(line, sent.Line);
        Assert.Equal(form, sent.Form);
        Assert.Equal(form.Length > 0, sent.HasBody);
    }

    public static async Task ExpectListAsync(Func<IMaasClient, Task> call, string line)
    {
        var sent = await CaptureAsync(call, "[]");

        Assert.Equal(line, sent.Line);
        Assert.False(sent.HasBody);
    }
}
