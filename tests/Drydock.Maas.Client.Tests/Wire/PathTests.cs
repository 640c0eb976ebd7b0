using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Wire;

/// <summary>An empty name or id would make another resource of the path, and is not sent.</summary>
public sealed class PathTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Empty => new("", " ", ".", "..");

    [Theory]
    [MemberData(nameof(Empty))]
    public async Task A_part_of_the_path_that_is_empty_is_not_sent(string id)
    {
        foreach (var call in new Func<IMaasClient, Task>[]
        {
            c => c.Machines.PowerOffAsync(id, PowerStopMode.Hard, null, Cancel),
            c => c.Machines.DeleteAsync(id, Cancel),
            c => c.Tags.DeleteAsync(id, Cancel),
            c => c.Machines.GetAsync(id, Cancel),
            c => c.SendAsync(new RawRequest { Method = "DELETE", Path = $"machines/{id}/" }, Cancel),
        })
        {
            using var maas = new FakeMaas(Answers.Json("{}"));
            using var client = Clients.Of(maas);

            var error = await Assert.ThrowsAsync<MaasException>(() => call(client));

            Assert.Equal("InvalidPath", error.ErrorId);
            Assert.Empty(maas.Sent);
        }
    }
}
