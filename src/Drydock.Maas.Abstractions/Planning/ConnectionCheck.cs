using Drydock.Maas.Models;

namespace Drydock.Maas.Planning;

/// <summary>One thing that has to be in order before machines can be provisioned.</summary>
/// <param name="Check">What was looked at: Version, Administrator, Clock, Images,
/// ImageImport, RackControllers, or a rack controller's name.</param>
/// <param name="Status">How it is.</param>
/// <param name="Message">What was found, in a sentence.</param>
public sealed record ConnectionCheck(string Check, CheckStatus Status, string Message)
{
    /// <summary>Services of the rack controller looked at, running or not; empty for other checks.</summary>
    public IReadOnlyList<RackService> Services { get; init => field = TextList<RackService>.From(value); } = TextList<RackService>.Empty;

    /// <summary>Check, status and message.</summary>
    public override string ToString() => $"{Check}: {Status}. {Message}";
}
