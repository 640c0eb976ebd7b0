using System.Text.Json.Serialization;
using Drydock.Maas.Design;
using Drydock.Maas.Security;

namespace Drydock.Maas.Models;

/// <summary>A package repository (package-repositories/).</summary>
public sealed record PackageRepository : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name; main_archive and ports_archive are MAAS's own.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The address, or ppa:owner/name; user and password in it are masked, see <see cref="Credential"/>.</summary>
    public string Url { get => UrlCredential.Hide(FullUrl); init => FullUrl = value ?? ""; }

    /// <summary>User and password of the address, as user:password; null when it has none.</summary>
    [JsonIgnore]
    public Secret? Credential => UrlCredential.Read(FullUrl);

    /// <summary>The address with its user and password.</summary>
    internal string FullUrl { get; init; } = "";

    /// <summary>The distributions; empty for that of the machine.</summary>
    public IReadOnlyList<string> Distributions { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Pockets of an Ubuntu archive that are left out, in any order.</summary>
    public IReadOnlyList<string> DisabledPockets { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Components of an Ubuntu archive that are left out.</summary>
    public IReadOnlyList<string> DisabledComponents { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Components of a custom repository.</summary>
    public IReadOnlyList<string> Components { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The architectures.</summary>
    public IReadOnlyList<string> Arches { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The signing key; MAAS cuts its last newline.</summary>
    public string? Key { get; init; }

    /// <summary>Whether source packages are left out.</summary>
    public bool DisableSources { get; init; }

    /// <summary>Whether machines use it.</summary>
    public bool Enabled { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
