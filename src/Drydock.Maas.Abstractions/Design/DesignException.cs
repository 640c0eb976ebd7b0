namespace Drydock.Maas.Design;

/// <summary>A design could not be read or compiled; every problem found is listed.</summary>
public sealed class DesignException : MaasException
{
    /// <summary>Makes the exception from what was found.</summary>
    /// <param name="problems">At least one problem.</param>
    public DesignException(IReadOnlyList<DesignProblem> problems)
        : base(ErrorIdOf(problems), string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Makes the exception from one problem.</summary>
    public DesignException(DesignProblem problem)
        : this([problem])
    {
    }

    /// <summary>Everything found.</summary>
    public IReadOnlyList<DesignProblem> Problems { get; }

    private static string ErrorIdOf(IReadOnlyList<DesignProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return problems.Count > 0 ? problems[0].ErrorId : "DesignInvalid";
    }
}
