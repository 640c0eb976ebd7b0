using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Contract;

public sealed class RecordedCallTests
{
    public static TheoryData<int> Site => [.. RecordedCalls.Site.Keys];

    public static TheoryData<int> Machines => [.. RecordedCalls.Machines.Keys];

    public static TheoryData<int> Network => [.. RecordedCalls.Network.Keys];

    public static TheoryData<int> Storage => [.. RecordedCalls.Storage.Keys];

    public static TheoryData<int> OtherSite => [.. MoreRecordedCalls.Site.Keys];

    public static TheoryData<int> OtherMachines => [.. MoreRecordedCalls.Machines.Keys];

    public static TheoryData<int> OtherParts => [.. MoreRecordedCalls.Parts.Keys];

    [Theory]
    [MemberData(nameof(OtherSite))]
    public Task Another_call_about_the_site_is_sent_as_recorded(int number) => CompareAsync(number, MoreRecordedCalls.Site[number]);

    [Theory]
    [MemberData(nameof(OtherMachines))]
    public Task Another_call_about_machines_is_sent_as_recorded(int number) => CompareAsync(number, MoreRecordedCalls.Machines[number]);

    [Theory]
    [MemberData(nameof(OtherParts))]
    public Task Another_call_about_parts_of_machines_is_sent_as_recorded(int number) =>
        CompareAsync(number, MoreRecordedCalls.Parts[number]);

    [Theory]
    [MemberData(nameof(Site))]
    public Task A_call_about_the_site_is_sent_as_recorded(int number) => CompareAsync(number, RecordedCalls.Site[number]);

    [Theory]
    [MemberData(nameof(Machines))]
    public Task A_call_about_machines_is_sent_as_recorded(int number) => CompareAsync(number, RecordedCalls.Machines[number]);

    [Theory]
    [MemberData(nameof(Network))]
    public Task A_call_about_interfaces_is_sent_as_recorded(int number) => CompareAsync(number, RecordedCalls.Network[number]);

    [Theory]
    [MemberData(nameof(Storage))]
    public Task A_call_about_storage_is_sent_as_recorded(int number) => CompareAsync(number, RecordedCalls.Storage[number]);

    /// <summary>The request is the recorded one, and the recorded answer is understood for what it is.</summary>
    private static async Task CompareAsync(int number, Func<IMaasClient, Task> call)
    {
        var recording = Recording.Read(number);
        using var maas = new FakeMaas(recording.Answer);
        using var client = Clients.Unverified(maas);

        var error = await Record.ExceptionAsync(() => call(client));

        var sent = Assert.Single(maas.Sent);
        Assert.Equal($"{recording.Method} {recording.Path}", sent.MethodAndPath);
        Assert.Equal(recording.Query, sent.Query.Order(StringComparer.Ordinal));
        Assert.Equal(recording.Form, sent.Form.Order(StringComparer.Ordinal));
        Assert.Equal(recording.Status >= 400 ? recording.Status : null, (error as MaasApiException)?.StatusCode);
        Assert.Equal(recording.Status >= 400, error is not null);
    }
}
