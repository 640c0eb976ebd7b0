namespace Drydock.Maas.Tasks;

/// <summary>A message of a task about a node, a network or itself.</summary>
public sealed record DrydockTaskMessage
{
    /// <summary>The sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it tells of a failure.</summary>
    public bool IsError { get; init; }

    /// <summary>What it is about: node, network, group, site or task.</summary>
    public string ContextType { get; init; } = "task";

    /// <summary>Which one.</summary>
    public string? Context { get; init; }

    /// <summary>The step that said it; null for the task itself.</summary>
    public string? Step { get; init; }

    /// <summary>Context and text.</summary>
    public override string ToString() => Context is null ? Text : $"{Context}: {Text}";
}
