namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What an error has to tell a person who reads nothing else.</summary>
internal static class Requires
{
    /// <summary>What was found and what to do stand in the message.</summary>
    public static void Words(Exception? error, params IEnumerable<string> words) =>
        Assert.All(words, word => Assert.Contains(word, Assert.IsAssignableFrom<MaasException>(error).Message, StringComparison.Ordinal));
}
