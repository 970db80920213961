using System.ComponentModel;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Top">How many.</param>
/// <param name="Offset">How many to pass over.</param>
internal sealed record Page(
    [FromQuery(Name = "top")][property: Description("How many, 1 to 1000.")] int Top = 100,
    [FromQuery(Name = "offset")][property: Description("How many to pass over, 0 to 10000.")] int Offset = 0)
{
    /// <summary>What is wrong with it, or null.</summary>
    public Fault? Check() => RequestLimits.Check(Top, Offset);
}
