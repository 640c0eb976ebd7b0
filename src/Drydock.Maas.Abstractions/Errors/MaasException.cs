using Drydock.Maas.Security;

namespace Drydock.Maas.Errors;

/// <summary>
/// The base of everything that goes wrong here; carries the stable identifier of the error. Its message may repeat what others wrote:
/// credentials of addresses are masked in it, and what a terminal would obey is made visible.
/// </summary>
public class MaasException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errorId">A stable PascalCase identifier, part of the contract.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">The cause.</param>
    public MaasException(string errorId, string message, Exception? inner = null)
        : base(TerminalText.Escape(UrlCredential.Hide(message)), inner) => ErrorId = errorId;

    /// <summary>A stable PascalCase identifier, part of the contract.</summary>
    public string ErrorId { get; }

    /// <summary>The message where another sentence follows: what MAAS words ends with or without a full stop.</summary>
    internal string Sentence => Message is [.., '.' or '!' or '?'] ? Message : $"{Message}.";
}
