namespace Drydock.Maas.Api;

/// <summary>Power parameters of one machine; holds secrets, so its text form shows only the address.</summary>
public sealed record PowerParameters
{
    /// <summary>The management controller's address, or a URI for virsh.</summary>
    public string? PowerAddress { get; init; }

    /// <summary>The virtual machine's name, for virsh.</summary>
    public string? PowerId { get; init; }

    /// <summary>The account.</summary>
    public string? PowerUser { get; init; }

    /// <summary>All parameters by name, secrets included.</summary>
    public IReadOnlyDictionary<string,string> All { get; init; } = new Dictionary<string,string>();

    /// <summary>The address.</summary>
    public override string ToString() => PowerAddress ?? "";
}
