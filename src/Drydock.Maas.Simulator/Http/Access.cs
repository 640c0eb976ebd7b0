namespace Drydock.Maas.Simulator.Http;

/// <summary>The callers that a route admits.</summary>
internal enum Access
{
    User,
    Admin,

    /// <summary>Administrators; others are refused without a word, as MAAS does on single nodes.</summary>
    NodeAdmin,

    Anonymous,

    /// <summary>Only callers without credentials; to others there is no such operation.</summary>
    Stranger,
}
