using Drydock.Maas.Client.Connection;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Input;

/// <summary>The MAAS that an input is of: the session that an object knows, or the address that goes with a row; neither for a name.</summary>
internal sealed record InputOrigin(MaasSession? Session, Uri? Url)
{
    public static InputOrigin None { get; } = new(null, null);

    /// <summary>What the input is called in an error.</summary>
    public string Name { get; init; } = "This";

    public bool IsKnown => Session is not null || Url is not null;

    /// <summary>Where an object was read.</summary>
    public static InputOrigin FromObject(MaasObject item) => item.Origin is { } origin ? new(SessionOrigin.FindSession(item), origin.Url) { Name = $"{item}" } : None;

    /// <summary>Where an object that is piped in was read, or what a row of its properties says.</summary>
    /// <exception cref="MaasException">InvalidUrl: that is no address.</exception>
    public static InputOrigin FromObject(MaasObject? item, Uri? maasUrl) =>
        item is not null ? FromObject(item) : maasUrl is null ? None : new(null, MaasUrl.Normalize(maasUrl.OriginalString));

    /// <summary>What a row says in its property MaasUrl.</summary>
    /// <exception cref="MaasException">InvalidUrl: that is no address.</exception>
    public static InputOrigin FromRow(object? row)
    {
        if (row is string || PlainObject.FindText(row, "MaasUrl") is not { } text)
            return None;
        return new(null, MaasUrl.Normalize(text)) { Name = PlainObject.FindText(row, "Hostname", "Name", "SystemId", "system_id") ?? "This row" };
    }
}
