await JingJian.Web.Service.RunAsync(args);
