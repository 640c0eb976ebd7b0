using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>Asks once while connecting, when nothing passing is repeated.</summary>
internal static class Failing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<MaasApiException> RefusedAsync(Answer answer) => Assert.IsType<MaasApiException>(await WriteAsync(answer));

    public static async Task<Exception?> WriteAsync(Answer answer, MaasConnectionOptions? options = null)
    {
        using var maas = new FakeMaas(answer);
        using var client = Clients.Unverified(maas, options);
        return await Record.ExceptionAsync(() => client.Fabrics.CreateAsync("oob", Cancel));
    }

    public static async Task<Exception?> ReadAsync(Answer answer, MaasConnectionOptions? options = null)
    {
        using var maas = new FakeMaas(answer);
        using var client = Clients.Unverified(maas, options);
        return await Record.ExceptionAsync(() => client.GetVersionAsync(Cancel));
    }

    public static async Task<Exception?> ReadAsync(MaasConnectionOptions options)
    {
        using var client = Clients.Unverified(null, options);
        return await Record.ExceptionAsync(() => client.GetVersionAsync(Cancel));
    }
}
