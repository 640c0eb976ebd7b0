using Drydock.Maas.Security;

namespace Drydock.Maas.Errors;

/// <summary>MAAS answered a request with an error (any status of 400 and above).</summary>
public class MaasApiException : MaasException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errorId">The identifier, for example BadRequest, NotFound or Conflict.</param>
    /// <param name="message">What MAAS said, as text for a person.</param>
    public MaasApiException(string errorId, string message)
        : base(errorId, message)
    {
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; init; }

    /// <summary>The request's method.</summary>
    public string Method { get; init; } = "";

    /// <summary>The request's path below api/2.0/, with op.</summary>
    public string Path { get; init; } = "";

    /// <summary>The answer's body, with what a terminal would obey made visible; null for 401, whose body holds a secret.</summary>
    public string? Body { get; init => field = TerminalText.Escape(value); }

    /// <summary>Field errors of a 400: field name (or __all__) to texts, made visible likewise.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors
    {
        get;
        init => field = value.ToDictionary(
            e => TerminalText.EscapeLine(e.Key), IReadOnlyList<string> (e) => [.. e.Value.Select(TerminalText.Escape).OfType<string>()]);
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether the same would be answered again, whatever is waited for or observed anew.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the thing asked for or a part of it no longer exists or changed state: observe again before deciding.</summary>
    public bool WorldMoved => !IsFinal && StatusCode is (404 or 409);
}
