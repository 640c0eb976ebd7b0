using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>What has happened to one network so far.</summary>
internal sealed class NetworkWork(Design.Network network, DateTimeOffset startedAt)
{
    private readonly List<string> _messages = [];

    public Design.Network Network => network;

    public List<PlannedChange> Changes { get; } = [];

    public Exception? Error { get; set; }

    public StepStatus? Ended { get; set; }

    /// <summary>Adds what was not said before: a plan made twice says the same.</summary>
    public void Say(IEnumerable<string> messages) => _messages.AddRange(messages.Where(m => !_messages.Contains(m)).ToList());

    public DrydockStepResult ToResult(DateTimeOffset now) => new()
    {
        Target = network.Name,
        Step = "SiteNetwork",
        Status = Error is not null ? StepStatus.Failed : Ended ?? (Changes.Count > 0 ? StepStatus.Changed : StepStatus.Unchanged),
        Changes = [.. Changes.Select(c => c with { Target = network.Name })],
        Messages = [.. _messages],
        StartedAt = startedAt,
        Duration = now - startedAt,
        Error = Error,
    };
}
