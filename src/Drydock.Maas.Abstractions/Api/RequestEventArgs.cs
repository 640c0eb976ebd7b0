namespace Drydock.Maas.Api;

/// <summary>A request is about to be sent, or sent again.</summary>
public sealed class RequestEventArgs : EventArgs
{
    /// <summary>Method, path and operation, without parameters, which may be secrets.</summary>
    public required string Request { get; init; }

    /// <summary>Whether it changes nothing.</summary>
    public bool IsRead { get; init; }
}
