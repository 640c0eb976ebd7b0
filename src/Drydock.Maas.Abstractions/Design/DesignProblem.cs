using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>A fault of a design document, and its place.</summary>
public sealed record DesignProblem
{
    /// <summary>A stable identifier, for example DuplicateKey, UnknownProfile or ProfileCycle.</summary>
    public required string ErrorId { get; init; }

    /// <summary>What is wrong, in a sentence; credentials of addresses are masked in it.</summary>
    public required string Message { get; init => field = UrlCredential.Hide(value); }

    /// <summary>Where it stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The document, for example HostProfile defaults.</summary>
    public string? Document { get; init; }

    /// <summary>The path of the property within the document, for example data.storage.physical_devices.sda.</summary>
    public string? Path { get; init; }

    /// <summary>Place, document, property and message in one line.</summary>
    public override string ToString()
    {
        var place = Location is null ? "" : $"{Location}: ";
        var subject = string.Join(" ", new[] { Document, Path }.Where(s => !string.IsNullOrEmpty(s)));
        return subject.Length == 0 ? place + Message : $"{place}{subject}: {Message}";
    }
}
